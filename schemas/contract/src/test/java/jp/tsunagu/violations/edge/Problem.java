package jp.tsunagu.violations.edge;

/** A second problem. */
record Problem(String title) {}
