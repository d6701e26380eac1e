package jp.tsunagu.violations.unmarked;

/** Stands in a package without package-info. */
public class Unmarked {}
