package jp.tsunagu.contract.caseform;

/**
 * What a city cannot change of a form so.
 *
 * @param place where its declaration says it, such as {@code fields[2].owner}; counted from 1
 * @param problem in Japanese, said of that place
 * @param fix what to do about it, in Japanese
 */
public record FormObjection(String place, String problem, String fix) {}
