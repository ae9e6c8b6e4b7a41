"""Where and when: ośrodek, building, section, phone, hours, notices, declaration."""
