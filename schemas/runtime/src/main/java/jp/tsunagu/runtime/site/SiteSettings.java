package jp.tsunagu.runtime.site;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other services' pages stand, so that one navigation leads through all of them. What is
 * not set stands in no navigation.
 *
 * @param window address of the agencies' windows (e.g. {@code https://tsunagu.example.lg.jp:8100})
 * @param desk address of the coordination desk's pages (e.g. {@code
 *     https://tsunagu.example.lg.jp:8101})
 * @param meetings address of the pages about meetings (e.g. {@code
 *     https://tsunagu.example.lg.jp:8102})
 * @param figures address of the pages with figures (e.g. {@code
 *     https://tsunagu.example.lg.jp:8103})
 */
@ConfigurationProperties("tsunagu.site")
public record SiteSettings(
    @Nullable String window,
    @Nullable String desk,
    @Nullable String meetings,
    @Nullable String figures)
    implements CheckedAtStart {

  private static final String EXAMPLE = "https://tsunagu.example.lg.jp:8100";

  /** Where a part stands, without a slash at its end; none where nobody said so. */
  Optional<String> address(SitePart part) {
    String address =
        switch (part) {
          case WINDOW -> window;
          case DESK -> desk;
          case MEETINGS -> meetings;
          case FIGURES -> figures;
        };
    return Optional.ofNullable(address).filter(it -> !it.isBlank()).map(SiteSettings::bare);
  }

  private static String bare(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  @Override
  public void check(Faults faults) {
    for (SitePart part : SitePart.values()) {
      String setting = "tsunagu.site." + part.name().toLowerCase(Locale.ROOT);
      if (!address(part).map(SiteSettings::isAddress).orElse(true)) {
        faults.unusable(setting, "ブラウザで開けるアドレス(例 " + EXAMPLE + ")");
      }
    }
  }

  private static boolean isAddress(String address) {
    try {
      URI read = URI.create(address);
      return Objects.requireNonNullElse(read.getScheme(), "").matches("https?")
          && read.getHost() != null
          && read.getQuery() == null;
    } catch (IllegalArgumentException broken) {
      return false;
    }
  }
}
