package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.id.AgencyId;

/**
 * A copy of a paper for a meeting.
 *
 * @param number which copy of this case it is, from 1 (資料番号)
 * @param agency who gets it
 * @param onPaper whether it is printed and given by hand
 */
public record PaperCopy(int number, AgencyId agency, boolean onPaper) {

  /** So many copies are handed out in a case at most. */
  public static final int MOST = 500;
}
