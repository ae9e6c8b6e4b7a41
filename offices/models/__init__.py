"""The records of where and when. Each file holds one noun or a few that make no sense apart."""

from offices.models.checked import Checked
from offices.models.former_slug import FormerSlug, RemembersSlug
from offices.models.help_line import HelpLine
from offices.models.hours import HolidayYear, HoursException, Mode, Schedule, Weekday, WeeklyHours
from offices.models.notice import Notice
from offices.models.office import Office
from offices.models.pages import AccessibilityDeclaration, OfficePage
from offices.models.phone import Phone, PhoneNumberField
from offices.models.places import AccessibilityFact, Building, Section
from offices.models.recording import OfficeRecording, Recording

__all__ = [
    "AccessibilityDeclaration",
    "AccessibilityFact",
    "Building",
    "Checked",
    "FormerSlug",
    "HelpLine",
    "HolidayYear",
    "HoursException",
    "Mode",
    "Notice",
    "Office",
    "OfficePage",
    "OfficeRecording",
    "Phone",
    "PhoneNumberField",
    "Recording",
    "RemembersSlug",
    "Schedule",
    "Section",
    "Weekday",
    "WeeklyHours",
]
