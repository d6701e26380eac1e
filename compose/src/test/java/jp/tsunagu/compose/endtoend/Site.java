package jp.tsunagu.compose.endtoend;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The pages somebody reaches who follows every link, one of each kind: ids are alike, and so are
 * forms with the same name.
 */
final class Site {
  private static final int MOST_PAGES = 80;
  private static final Pattern ID = Pattern.compile("/[^/]*[0-9][^/]*(?=/|$)");
  private static final Pattern NO_PAGE =
      Pattern.compile("/api/|/swagger-ui|/logout|/actuator|\\.(pdf|csv|ics|xlsx|html)|[?&]format=");
  private static final Pattern FORM = Pattern.compile("(?:^|&)do=([a-z-]+)");

  private final Page page;
  private final Set<Integer> ports;

  /** As the person sees it who is logged in on this page. */
  Site(Page page, Set<Integer> ports) {
    this.page = page;
    this.ports = Set.copyOf(ports);
  }

  /**
   * Goes to one page of each kind.
   *
   * @param look what is looked at there
   * @return the kinds
   */
  List<String> walk(URI begin, Consumer<String> look) {
    Deque<URI> ahead = new ArrayDeque<>(List.of(begin));
    Set<String> known = new HashSet<>(Set.of(kind(begin)));
    List<String> kinds = new ArrayList<>();
    while (!ahead.isEmpty() && kinds.size() < MOST_PAGES) {
      URI address = ahead.removeFirst();
      var response = Objects.requireNonNull(page.navigate(address.toString()));
      if (response.status() != 200) {
        throw new AssertionError(address + " answers " + response.status());
      }
      kinds.add(kind(address));
      look.accept(kind(address));
      links().stream().filter(link -> known.add(kind(link))).forEach(ahead::add);
    }
    return kinds;
  }

  private List<URI> links() {
    List<?> all =
        (List<?>) page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.href)");
    return all.stream()
        .map(String::valueOf)
        .filter(link -> link.startsWith("http://127.0.0.1:") && !NO_PAGE.matcher(link).find())
        .map(link -> URI.create(link.replaceAll("#.*", "")))
        .filter(link -> ports.contains(link.getPort()))
        .toList();
  }

  private String kind(URI address) {
    String query = Objects.requireNonNullElse(address.getQuery(), "");
    var form = FORM.matcher(query);
    return address.getPort()
        + ID.matcher(address.getPath()).replaceAll("/{id}")
        + (form.find() ? "?do=" + form.group(1) : "");
  }
}
