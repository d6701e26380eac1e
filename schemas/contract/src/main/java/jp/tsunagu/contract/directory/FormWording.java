package jp.tsunagu.contract.directory;

import org.jspecify.annotations.Nullable;

/**
 * A city's own words for a field of a form. Whose the field is and what it tells cannot be said
 * here.
 *
 * @param field its name, within a section after that of the section: {@code supports.frequency}
 * @param label none where it stays as declared
 * @param hint none where it stays as declared
 */
public record FormWording(String field, @Nullable String label, @Nullable String hint) {}
