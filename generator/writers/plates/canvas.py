"""What is drawn on a page, as the operations of a PDF: each as WeasyPrint writes it, and no oftener."""

from collections.abc import Iterator
from contextlib import contextmanager


def number(value: float) -> str:
    """A number of a PDF, with no more than six places."""
    return str(int(value)) if float(value).is_integer() else f"{value:f}".rstrip("0")


def numbers(*values: float) -> str:
    """Numbers with spaces between."""
    return " ".join(map(number, values))


class Canvas:
    """The operations of one page; `alphas` gathers what its resources must name."""

    def __init__(self, alphas: dict[str, None]) -> None:
        self.operations: list[str] = []
        self.count = 0
        self._alphas = alphas
        self._colours: dict[str, str] = {}

    @contextmanager
    def saved(self) -> Iterator[None]:
        """What is drawn inside leaves no trace on what follows; nothing drawn, nothing saved."""
        self.operations.append("q")
        yield
        if self.operations[-1] == "q":
            self.operations.pop()
        else:
            self.operations.append("Q")
        self._colours.clear()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside is no part of the text."""
        self.operations += ["/Artifact", "BMC"]
        yield
        self.operations.append("EMC")

    def text(self, x: float, y: float, font: str, operand: str, colour: str) -> int:
        """Draw a text in a font with its size; gives the number by which the tags name it."""
        marked, self.count = self.count, self.count + 1
        self.operations += ["/Span", f"<</MCID {marked}>>", "BDC"]
        self.choose(colour)
        shown = [f"1 0 0 -1 {numbers(x, y)} Tm", font, f"[{operand}] TJ"] if operand else []
        self.operations += ["BT", *shown, "ET", "EMC"]
        return marked

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw a rectangle."""
        rectangle = f"{numbers(x, y, width, height)} re"
        with self.saved():
            self.operations += [rectangle, "W", "n"]
            with self.artifact(), self.saved():
                self.choose(colour)
                self.operations += [rectangle, "W", "n", rectangle, "f"]

    def line(self, start: tuple[float, float], end: tuple[float, float], thickness: float, colour: str) -> None:
        """Draw a line."""
        with self.artifact(), self.saved(), self.saved():
            self.choose(colour, stroke=True)
            self.operations += [f"{number(thickness)} w", f"{numbers(*start)} m", f"{numbers(*end)} l", "S"]

    def transform(self, *matrix: float) -> None:
        """Draw what follows moved and turned."""
        self.operations.append(f"{numbers(*matrix)} cm")

    def choose(self, colour: str, *, stroke: bool = False) -> None:
        """Draw what follows in a colour, written #rrggbb."""
        alpha, operator = ("A1.0", "RG") if stroke else ("a1.0", "rg")
        if alpha not in self._colours:
            self._colours[alpha] = colour
            self._alphas.setdefault(alpha)
            self.operations.append(f"/{alpha} gs")
            self._paint(colour, operator)
        elif self._colours[alpha] != colour:
            self._colours[alpha] = colour
            self._paint(colour, operator)

    def _paint(self, colour: str, operator: str) -> None:
        shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        self.operations.append(f"{numbers(*shares)} {operator}")
