package jp.tsunagu.gateway.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.runtime.page.Page;
import jp.tsunagu.runtime.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The queue as a page (待ち行列): lanes with their counts, choices, rows.
 *
 * @param total of everything that fits the choices, whatever the lane
 * @param isTriage whether exactly what waits to be sorted is shown
 * @param next address of the rest; none at the end
 * @param again address of the first page with the same choices
 * @param desk the agency that the desk is, with a window of its own
 */
record QueuePage(
    long total,
    List<Tab> lanes,
    List<Choice> choices,
    List<QueueRow> rows,
    boolean isTriage,
    @Nullable String next,
    String again,
    AgencyId desk) {

  /** Where it stands. */
  static final String ADDRESS = "/desk/";

  private static final String LANE = "lane";

  /** A lane with how much waits in it. */
  record Tab(String label, long count, String address, boolean here) {}

  /** Something by which the rows can be chosen; the first option is all. */
  record Choice(String name, String label, List<Option> options) {}

  /** One of the values. */
  record Option(String code, String label, boolean chosen) {}

  /**
   * One page.
   *
   * @param all everything that waits and fits the filter, in its order
   * @param lanes those shown; none for all
   * @param given what stood in the address, without blanks
   */
  static QueuePage of(
      List<QueueEntry> all,
      Set<QueueLane> lanes,
      PageRequest request,
      MultiValueMap<String, String> given,
      AgencyId desk,
      Names names) {
    List<QueueEntry> shown =
        all.stream().filter(entry -> CaseFilter.fits(lanes, entry.lane())).toList();
    Page<QueueRow> page =
        Page.ofOrdered(shown, request, QueueEntry::place, entry -> QueueRow.of(entry, desk, names));
    String cursor = page.nextCursor();
    return new QueuePage(
        all.size(),
        tabs(all, lanes, given),
        choices(given, names),
        page.items(),
        lanes.equals(Set.of(QueueLane.TRIAGE)),
        cursor == null ? null : address(given, "cursor", cursor),
        address(given, "cursor", null),
        desk);
  }

  /** What chooses, as it stands in the address. */
  public String query() {
    int begins = again.indexOf('?');
    return begins < 0 ? "" : again.substring(begins + 1);
  }

  /** Whether receivers of something shown can be reminded. */
  public boolean isReminding() {
    return rows.stream().anyMatch(row -> row.ways().reminds() != null);
  }

  /** A list that is empty because nothing fits says so; one with nothing in it says that. */
  public boolean isChosen() {
    return total > 0
        || choices.stream().flatMap(choice -> choice.options().stream()).anyMatch(Option::chosen);
  }

  private static List<Tab> tabs(
      List<QueueEntry> all, Set<QueueLane> lanes, MultiValueMap<String, String> given) {
    Stream<Tab> each =
        Arrays.stream(QueueLane.values())
            .map(
                lane ->
                    new Tab(
                        lane.label(),
                        all.stream().filter(entry -> entry.lane() == lane).count(),
                        address(given, LANE, lane.name()),
                        lanes.equals(Set.of(lane))))
            .filter(tab -> tab.count() > 0 || tab.here());
    Tab everything = new Tab("すべて", all.size(), address(given, LANE, null), lanes.isEmpty());
    return Stream.concat(Stream.of(everything), each).toList();
  }

  private static List<Choice> choices(MultiValueMap<String, String> given, Names names) {
    return List.of(
        choice("agency", "機関", Choices.agencies(names), given),
        choice("field", Heading.FIELD.label(), Codes.choices(Field.class), given),
        choice("area", Heading.AREA.label(), Choices.areas(names), given),
        choice("urgency", Heading.URGENCY.label(), Codes.choices(Urgency.class), given));
  }

  private static Choice choice(
      String name, String label, List<Coded> values, MultiValueMap<String, String> given) {
    List<String> chosen = given.getOrDefault(name, List.of());
    return new Choice(
        name,
        label,
        values.stream()
            .map(each -> new Option(each.code(), each.label(), isOneOf(each, chosen)))
            .toList());
  }

  private static boolean isOneOf(Coded value, List<String> chosen) {
    return chosen.contains(value.code()) || chosen.contains(value.label());
  }

  /** The same address with another value of this name; a new choice begins at the first page. */
  private static String address(
      MultiValueMap<String, String> given, String name, @Nullable String value) {
    MultiValueMap<String, String> kept = new LinkedMultiValueMap<>(given);
    kept.remove("cursor");
    kept.remove(name);
    if (value != null) {
      kept.add(name, value);
    }
    return UriComponentsBuilder.fromPath(ADDRESS).queryParams(kept).build().encode().toUriString();
  }
}
