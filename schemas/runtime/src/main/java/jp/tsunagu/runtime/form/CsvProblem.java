package jp.tsunagu.runtime.form;

/**
 * One thing that is wrong in a CSV file.
 *
 * @param line from 1; 0 for the file as a whole
 * @param column the heading; empty for the line as a whole
 * @param problem what is wrong, in Japanese
 * @param fix what to do about it, in Japanese
 */
public record CsvProblem(long line, String column, String problem, String fix) {}
