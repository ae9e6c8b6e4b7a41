"""What the content files hold about offices (see `content/README.md`).

Declarations alone; `ops_site.content` reads and writes the files by them. In each class:

- `model`: the record. Its plain fields are the keys of the file, without being listed here.
- `key`: the field by which other records refer to it; it is written first.
- `qualifier`: a field that tells apart records with the same key; `purpose`: one that tells apart those with both.
- `named`: fields written as the name of a choice, not as its number.
- `references`: fields that point at another record, and what that record is.
- `children`: keys that hold lists of further records (one record, if the model points at its parent one to one).
"""

from offices import models


class WeeklyHoursContent:
    model = models.WeeklyHours
    named = {"weekday": models.Weekday}


class ScheduleContent:
    model = models.Schedule
    children = {"weekly_hours": WeeklyHoursContent}


class HoursExceptionContent:
    model = models.HoursException


class PhoneContent:
    model = models.Phone
    key = "number"
    qualifier = "extension"
    purpose = "purpose"
    children = {"schedules": ScheduleContent}


AT_PLACE = {"phones": PhoneContent, "schedules": ScheduleContent, "hours_exceptions": HoursExceptionContent}


class AccessibilityFactContent:
    model = models.AccessibilityFact


class SectionContent:
    model = models.Section
    key = "slug"
    children = AT_PLACE


class BuildingContent:
    model = models.Building
    key = "slug"
    children = {"accessibility_facts": AccessibilityFactContent, **AT_PLACE, "sections": SectionContent}


class HolidayYearContent:
    model = models.HolidayYear


class NoticeContent:
    model = models.Notice
    references = {"building": BuildingContent}


class AccessibilityDeclarationContent:
    model = models.AccessibilityDeclaration


class OfficePageContent:
    model = models.OfficePage


class OfficeContent:
    model = models.Office
    key = "slug"
    children = {
        **AT_PLACE,
        "holiday_years": HolidayYearContent,
        "buildings": BuildingContent,
        "sections": SectionContent,
        "notices": NoticeContent,
        "accessibility_declaration": AccessibilityDeclarationContent,
        "pages": OfficePageContent,
    }


class HelpLineContent:
    model = models.HelpLine
    key = "slug"
    children = {"schedules": ScheduleContent}


SHARED = {"help_lines": HelpLineContent}
