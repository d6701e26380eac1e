package jp.tsunagu.contract.directory;

/**
 * What a person reads of a field that a city added.
 *
 * @param hint what to write; may be empty
 */
public record FormWords(String label, String hint) {}
