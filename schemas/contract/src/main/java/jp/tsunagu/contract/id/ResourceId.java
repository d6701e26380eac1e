package jp.tsunagu.contract.id;

import java.util.UUID;

/** Names a resource (社会資源) of the register. Chosen by the agency that enters it, as a UUIDv7. */
public record ResourceId(UUID value) {

  /** Reads the canonical text form; fails on anything else. */
  public static ResourceId of(String text) {
    return new ResourceId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
