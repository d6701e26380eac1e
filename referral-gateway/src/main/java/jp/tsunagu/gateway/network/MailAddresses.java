package jp.tsunagu.gateway.network;

import java.util.Optional;
import java.util.regex.Pattern;

/** The form of an office's mail address: plain, without a name before it, one only. */
final class MailAddresses {

  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private MailAddresses() {}

  static Optional<String> read(YamlValue place) {
    return place
        .text()
        .flatMap(
            text ->
                text.length() <= LONGEST && FORM.matcher(text).matches()
                    ? Optional.of(text)
                    : place.fault(
                        "'" + text + "' はメールアドレスとして使えません。",
                        "madoguchi@city.example.jp の形で、窓口のアドレスを一つだけ書いてください。"));
  }
}
