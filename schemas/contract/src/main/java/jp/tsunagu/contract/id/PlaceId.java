package jp.tsunagu.contract.id;

import java.util.UUID;

/**
 * Names a place of a resource (社会資源の席) that an agency took. Chosen by that agency, random, so that
 * it says nothing of the case it was taken for.
 */
public record PlaceId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
