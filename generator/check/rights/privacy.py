"""Rules on privacy (个人信息): no camera where pupils sleep, no list of who is ill or poor."""

from collections.abc import Iterator

from generator.check.registry import Found, rule_of_text
from generator.check.rights.measures import questionable
from generator.manuscript import Manuscript


@rule_of_text("camera-in-dormitory")
def camera_in_dormitory(manuscript: Manuscript) -> Iterator[Found]:
    """宿舍房间、厕所、浴室是私密处所，装监控既违法，也会伤害学生。

    只在走廊、出入口等公共区域安装，设提示标识，按规定备案。
    """
    return questionable(manuscript, "camera-in-dormitory")
