package jp.tsunagu.runtime.problem;

/** Tells a refusal to a person in front of a browser. */
public interface ProblemAsPage {

  /** The page, as HTML; it says the same as the JSON, and loads nothing from elsewhere. */
  String page(Problem problem);
}
