package jp.tsunagu.compose.endtoend;

import static jp.tsunagu.compose.city.SampleCity.HOKATSU;
import static jp.tsunagu.compose.city.SampleCity.KODOMO_KATEI;
import static jp.tsunagu.compose.city.SampleCity.SHOGAI_SOUDAN;
import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.tsunagu.compose.client.Reply;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.runtime.testing.ReadingRoutes;
import jp.tsunagu.runtime.testing.ReadingRoutes.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Route × role × relation to the case: everything that can be read at any service, by people who
 * log in. What somebody may not see is answered as what does not exist, in status, headers and
 * body; what is found by chance says nothing of it either.
 */
@Tag("slow")
@Order(3)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(value = RunningNetwork.BROKER, mode = ResourceAccessMode.READ)
@ExtendWith(RunningNetwork.class)
class NobodySeesMoreThanHersTest {

  /** Headers that every answer has anew. */
  private static final Set<String> OWN =
      Set.of("date", "set-cookie", "content-length", "connection", "keep-alive");

  private static final Map<String, Browser> PEOPLE = new LinkedHashMap<>();

  @AfterAll
  static void leave() {
    PEOPLE.values().forEach(Browser::close);
  }

  /** A service and what can be read there. */
  private record Place(URI address, List<Route> routes) {}

  /** The names of a case, one as good as another. */
  private record Names(String caseId, String referralId, String number) {
    List<String> all() {
      return List.of(caseId, referralId, number);
    }
  }

  private static List<Place> places(RunningNetwork.Network network) {
    var machine = network.machine();
    return List.of(
        new Place(machine.connector(), ReadingRoutes.of("jp.tsunagu.connector")),
        new Place(machine.gateway(), ReadingRoutes.of("jp.tsunagu.gateway")),
        new Place(machine.scheduler(), ReadingRoutes.of("jp.tsunagu.scheduler")),
        new Place(machine.statistics().orElseThrow(), ReadingRoutes.of("jp.tsunagu.stats")));
  }

  @Test
  void what_one_may_not_see_is_answered_as_what_does_not_exist(RunningNetwork.Network network) {
    var places = places(network);
    assertThat(places.stream().mapToInt(place -> place.routes().size()).sum()).isGreaterThan(80);
    var open = names(network, false);
    var hidden = names(network, true);
    for (var stranger : List.of("shakyo-1", "secretary", "protection", "operation")) {
      answersAsNothing(network, places, stranger, open);
    }
    for (var stranger : List.of("desk-1", "kodomo-katei-1", "shakyo-1", "manager", "operation")) {
      answersAsNothing(network, places, stranger, hidden);
    }
    assertThat(seen(network, places, "hokatsu-1", open)).as("a party sees it").isNotEmpty();
    assertThat(seen(network, places, "shogai-soudan-1", hidden)).isNotEmpty();
    assertThat(seen(network, places, "protection", hidden)).isNotEmpty();
    assertThat(seen(network, places, "manager", open)).isNotEmpty();
  }

  @Test
  void no_list_number_or_export_that_is_asked_without_an_id_names_it(
      RunningNetwork.Network network) {
    var places = places(network);
    var open = names(network, false);
    var hidden = names(network, true);
    var named = new TreeMap<String, String>();
    for (var stranger : List.of("shakyo-1", "kodomo-katei-lead", "protection", "operation")) {
      lists(network, places, stranger, open, named);
    }
    for (var stranger : List.of("desk-1", "shakyo-1", "kodomo-katei-1", "manager", "operation")) {
      lists(network, places, stranger, hidden, named);
    }
    assertThat(named).isEmpty();
    lists(network, places, "hokatsu-1", open, named);
    lists(network, places, "protection", hidden, named);
    assertThat(named.keySet()).as("who may see it finds it there").hasSizeGreaterThan(5);
    var desk = person(network, "desk-1");
    assertThat(desk.open(network.desk("protected/")).statusCode())
        .as("the page of the protection officer is none of the desk's")
        .isEqualTo(404);
  }

  /** Where this person finds one of these names without having named it. */
  private static void lists(
      RunningNetwork.Network network,
      List<Place> places,
      String who,
      Names names,
      Map<String, String> named) {
    var browser = person(network, who);
    for (var place : places) {
      for (var route : place.routes()) {
        if (route.variables().isEmpty() && !route.isStream()) {
          var path = route.filled(who.replaceAll("-(1|lead)$", ""), "");
          var answer = answer(browser, place, route, path, List.of());
          names.all().stream()
              .filter(answer::contains)
              .forEach(name -> named.put(who + " " + path, name));
        }
      }
    }
  }

  @Test
  void what_is_another_agencys_is_no_agencys(RunningNetwork.Network network) {
    var differing = new TreeMap<String, String>();
    for (var stranger : List.of("shakyo-1", "secretary", "manager", "protection", "operation")) {
      var browser = person(network, stranger);
      for (var place : places(network)) {
        for (var route : place.routes()) {
          if (route.isOfAgency()) {
            var hers = route.filled("hokatsu", "1");
            var none = route.filled("nobody", "1");
            var answer = answer(browser, place, route, hers, List.of("hokatsu"));
            var nothing = answer(browser, place, route, none, List.of("nobody"));
            if (!answer.equals(nothing)) {
              differing.put(stranger + " " + route.pattern(), answer + "\n" + nothing);
            }
          }
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  private static void answersAsNothing(
      RunningNetwork.Network network, List<Place> places, String who, Names names) {
    var browser = person(network, who);
    var nobody = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString(), unused());
    var differing = new TreeMap<String, String>();
    for (var place : places) {
      for (var route : place.routes()) {
        for (var number = 0; number < nobody.size(); number++) {
          var real = asked(who, route, names.all().get(number));
          var none = asked(who, route, nobody.get(number));
          for (var at = 0; at < real.size(); at++) {
            var answer = answer(browser, place, route, real.get(at), names.all());
            var nothing = answer(browser, place, route, none.get(at), nobody);
            if (!answer.equals(nothing)) {
              differing.put(who + " " + real.get(at), answer + "\n" + nothing);
            }
          }
        }
      }
    }
    assertThat(differing).isEmpty();
  }

  /** Where an id can be named: in the path, or in one parameter after the other. */
  private static List<String> asked(String who, Route route, String id) {
    var agency = who.replaceAll("-(1|lead)$", "");
    var path = route.filled(agency, id);
    var inPath = route.variables().isEmpty() ? Stream.<String>of() : Stream.of(path);
    var inQuery = route.parameters().stream().map(name -> path + "?" + name + "=" + id);
    return Stream.concat(inPath, inQuery).toList();
  }

  /** The routes at which somebody finds a case. */
  private static List<String> seen(
      RunningNetwork.Network network, List<Place> places, String who, Names names) {
    var browser = person(network, who);
    return places.stream()
        .flatMap(
            place ->
                place.routes().stream()
                    .flatMap(
                        route ->
                            asked(who, route, names.caseId()).stream()
                                .filter(path -> path.endsWith(names.caseId()))
                                .filter(
                                    path ->
                                        answer(browser, place, route, path, names.all())
                                            .startsWith("200"))))
        .toList();
  }

  /**
   * Status, headers and body, without what every answer has anew and the names that were asked; of
   * a stream how it begins.
   */
  private static String answer(
      Browser browser, Place place, Route route, String path, List<String> names) {
    var address = URI.create(place.address() + path.replace("令和", "R"));
    if (route.isStream()) {
      var begun = browser.begin(address);
      return begun.statusCode() + " " + headers(begun);
    }
    var answer = path.contains("/api/") ? browser.fetch(address) : browser.open(address);
    var text = answer.statusCode() + " " + headers(answer) + " " + answer.body();
    for (var name : names) {
      text = text.replace(name, "NAME").replace(name.replace("令和", "R"), "NAME");
    }
    return ReadingRoutes.withoutMoment(text);
  }

  private static Map<String, List<String>> headers(HttpResponse<?> answer) {
    var all = new TreeMap<>(answer.headers().map());
    all.keySet().removeIf(OWN::contains);
    return all;
  }

  private static Browser person(RunningNetwork.Network network, String login) {
    return PEOPLE.computeIfAbsent(
        login,
        _ -> {
          var browser = new Browser();
          var machine = network.machine();
          browser.logIn(
              machine.gateway().resolve("/api/cases"), login, Browser.passwordOf(machine, login));
          for (var door :
              List.of(
                  machine.connector().resolve("/agencies/hokatsu/api/inbox"),
                  machine.scheduler().resolve("/api/meetings"),
                  machine.statistics().orElseThrow().resolve("/api/figures"))) {
            assertThat(browser.open(door).uri().getPort())
                .as("logged in at %s", door)
                .isEqualTo(door.getPort());
          }
          return browser;
        });
  }

  /** A case of two agencies; a protected one is kept from a third. */
  private static Names names(RunningNetwork.Network network, boolean isProtected) {
    var form = Forms.sentTo(SHOGAI_SOUDAN);
    if (isProtected) {
      var protection = form.withObject("/consultation").putObject("protection");
      protection.put("until", "2030-03-31");
      protection.putArray("named").add(SHOGAI_SOUDAN.value());
      protection.putArray("excluded").add(KODOMO_KATEI.value());
    }
    Reply sent = network.agency(HOKATSU).register(form.toString());
    assertThat(sent.isSuccess()).as("%s %s", sent, sent.body()).isTrue();
    var referral = sent.text("referralId");
    await().atMost(SOON).until(() -> isThere(network, SHOGAI_SOUDAN, referral));
    await().atMost(SOON).until(() -> !numberOf(network, referral).isEmpty());
    return new Names(sent.text("caseId"), referral, numberOf(network, referral));
  }

  private static boolean isThere(RunningNetwork.Network network, AgencyId agency, String referral) {
    return network.agency(agency).referral(referral).isSuccess();
  }

  private static String numberOf(RunningNetwork.Network network, String referral) {
    return network.agency(HOKATSU).referral(referral).body().path("caseNumber").asString("");
  }

  /** A number that could be one of a case, and is of none. */
  private static String unused() {
    return IntStream.iterate(CaseNumber.LARGEST_SERIAL, serial -> serial - 1)
        .mapToObj(serial -> CaseNumber.of(LocalDate.of(2026, 11, 27), serial))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow()
        .value();
  }
}
