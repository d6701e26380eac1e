package jp.tsunagu.runtime.problem;

/**
 * One thing that is wrong in a form. It may repeat what was typed, so it goes back to whoever typed
 * it and into no log.
 *
 * @param field path of the field, such as {@code persons[0].birthDate}; for CSV line and column
 * @param problem what is wrong, in Japanese
 * @param fix what to do about it, in Japanese
 */
public record FieldProblem(String field, String problem, String fix) {}
