package jp.tsunagu.contract.dossier;

import jp.tsunagu.contract.id.Spelling;

/**
 * Which sheet a part of a dossier is: a form (様式) and its version. The part's kind says whom it is
 * about.
 *
 * @param formId lower case, digits and hyphens, at most 64
 * @param version from 1
 */
public record FormRef(String formId, int version) {
  private static final int LONGEST = 64;

  public FormRef {
    if (!isId(formId) || version < 1) {
      throw new IllegalArgumentException("no form and version");
    }
  }

  /** Whether a form can be called so between programs. */
  public static boolean isId(String text) {
    return Spelling.isLettersDigitsHyphens(text, 1, LONGEST) && text.charAt(0) != '-';
  }
}
