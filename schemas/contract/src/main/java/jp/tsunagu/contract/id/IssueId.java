package jp.tsunagu.contract.id;

import java.util.UUID;

/** Names a 地域課題 of the register. Chosen by the agency that enters it. */
public record IssueId(UUID value) {

  /** Reads the canonical text form; fails on anything else. */
  public static IssueId of(String text) {
    return new IssueId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
