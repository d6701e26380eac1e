package jp.tsunagu.contract.directory;

/**
 * Rows about one person each that a city added to a form.
 *
 * @param name in JSON
 * @param about whether a row says itself what it tells of the person (何について)
 * @param by whether a row names who does something, who then reads it with the coordinator alone
 */
public record AddedSection(String name, String title, boolean about, boolean by) {}
