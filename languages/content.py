"""What the content files may say of languages (see ops_site/content/)."""

from languages.models import GlossaryTerm


class GlossaryTermContent:
    model = GlossaryTerm
    key = "pl"


SHARED = {"glossary": GlossaryTermContent}
