package jp.tsunagu.compose.login;

import java.net.URI;

/**
 * A service whose people log in here.
 *
 * @param client its name at the provider
 * @param secret what it proves itself by
 * @param address where it is
 */
public record Site(String client, String secret, URI address) {

  URI backChannel() {
    return address.resolve("/logout/connect/back-channel/tsunagu");
  }

  @Override
  public String toString() {
    return "Site[" + client + "]";
  }
}
