package jp.tsunagu.runtime.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/** Where a request comes from; one network of IPv6 (64 bits) is one source. */
final class Source {

  private static final int GROUPS = 4;

  private Source() {}

  static String of(HttpServletRequest request) {
    String address = String.valueOf(request.getRemoteAddr());
    String[] groups = address.split(":");
    return groups.length > GROUPS ? String.join(":", Arrays.copyOf(groups, GROUPS)) : address;
  }
}
