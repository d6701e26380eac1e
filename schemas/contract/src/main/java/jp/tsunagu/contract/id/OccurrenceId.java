package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names one time that a 地域課題 was noticed. Chosen by the agency that noticed it, random, so that it
 * says nothing of the case.
 */
public record OccurrenceId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
