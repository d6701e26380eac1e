package jp.tsunagu.runtime.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Cookies of a browser on this machine, which counts as safe, as it does to a browser. */
public final class LocalCookies extends CookieManager {

  @Override
  public void put(URI address, Map<String, List<String>> headers) throws IOException {
    super.put(address, headers);
    getCookieStore().getCookies().forEach(LocalCookies::isSafeHere);
  }

  private static void isSafeHere(HttpCookie cookie) {
    cookie.setSecure(false);
  }
}
