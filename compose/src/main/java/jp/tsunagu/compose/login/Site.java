package jp.tsunagu.compose.login;

import java.net.URI;

/**
 * A service whose people log in here.
 *
 * @param client its name at the provider
 * @param secret what it proves itself by
 * @param address where browsers find it
 * @param inside where the provider finds it
 */
public record Site(String client, String secret, URI address, URI inside) {

  /** One that everybody finds at the same address. */
  public Site(String client, String secret, URI address) {
    this(client, secret, address, address);
  }

  URI backChannel() {
    return inside.resolve("/logout/connect/back-channel/tsunagu");
  }

  @Override
  public String toString() {
    return "Site[" + client + "]";
  }
}
