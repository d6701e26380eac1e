package jp.tsunagu.contract.directory;

/**
 * One of what can be chosen in a field that a city added.
 *
 * @param label what a person reads
 */
public record FormChoice(String code, String label) {}
