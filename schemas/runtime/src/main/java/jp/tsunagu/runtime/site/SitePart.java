package jp.tsunagu.runtime.site;

/** The parts of the one site, each told by one service. A service that has pages says which. */
public enum SitePart {
  /** An agency's window (機関の窓口): the only one with content. */
  WINDOW,
  /** The coordination desk's queue, cases from outside, operation. */
  DESK,
  /** Meetings. */
  MEETINGS,
  /** Figures for managers. */
  FIGURES
}
