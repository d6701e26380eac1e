package jp.tsunagu.connector.page;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.web.DeadlinePreview;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.Proposal;
import jp.tsunagu.contract.directory.Proposals;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.wording.Codes;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.contract.wording.ProposalWords;
import jp.tsunagu.runtime.site.Offers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whom a sheet that is being written can go to: who is proposed for what was ticked so far, who
 * else can receive, and until when an answer would be expected.
 */
final class SheetOffers {

  /** Where the receiver stands in the form. */
  static final String RECEIVER = "referral.receiver";

  private static final String MODE = "referral.mode";
  private static final String NOBODY = "分からない(調整窓口に任せる)";
  private static final String NOTHING_YET = "分野と圏域を選ぶと、ここに候補が出ます。";
  private static final int MOST_DAYS_NAMED = 6;

  private final AgencyId own;
  private final NetworkDirectory directory;
  private final Instant now;
  private final JsonNode typed;

  private SheetOffers(AgencyId own, NetworkDirectory directory, Instant now, JsonNode typed) {
    this.own = own;
    this.directory = directory;
    this.now = now;
    this.typed = typed;
  }

  /** For this sheet as it stands. */
  static Offers of(AgencyId own, NetworkDirectory directory, Instant now, JsonNode typed) {
    return new SheetOffers(own, directory, now, typed).offers();
  }

  private Offers offers() {
    Set<AgencyId> excluded = excluded();
    Map<String, String> modes =
        Arrays.stream(ReferralMode.values())
            .collect(Collectors.toMap(Enum::name, ReferralMode::meaning));
    return new Offers(
        excluded, Map.of(RECEIVER, proposed(excluded)), Map.of(MODE, modes), List.of());
  }

  private Offers.Proposed proposed(Set<AgencyId> excluded) {
    Set<AgencyId> without = new HashSet<>(excluded);
    without.add(own);
    AreaId area = area();
    List<Proposal> proposals = new Proposals(directory, now).of(fields(), area, without);
    Map<AgencyId, String> reasons = new LinkedHashMap<>();
    LocalDate today = TokyoTime.dateOf(now);
    for (Proposal each : proposals) {
      reasons.put(each.agency().agencyId(), ProposalWords.reason(each, directory, area, today));
    }
    List<AgencyId> others =
        directory.agencies().stream()
            .filter(agency -> agency.participation() == Participation.CONNECTOR)
            .filter(Predicate.not(Agency::isDesk))
            .map(Agency::agencyId)
            .filter(id -> !without.contains(id) && !reasons.containsKey(id))
            .toList();
    return new Offers.Proposed(reasons, others, NOBODY, help(reasons.isEmpty()));
  }

  private String help(boolean isEmpty) {
    String first = isEmpty ? NOTHING_YET : "";
    Urgency urgency = urgency();
    return urgency == null ? first : first + deadline(urgency);
  }

  /** As it would be decided now, with the closed days that lie in between. */
  private String deadline(Urgency urgency) {
    Agency receiver =
        Stream.of(typed.path("referral").path("receiver").asString(""))
            .filter(AgencyId::isValid)
            .flatMap(id -> directory.agency(new AgencyId(id)).stream())
            .findFirst()
            .orElse(null);
    DeadlinePreview preview = DeadlinePreview.of(urgency, now, directory, receiver);
    return preview.message() + closed(preview.respondBy());
  }

  private String closed(Instant respondBy) {
    OfficeCalendar offices = directory.officeCalendar();
    LocalDate today = TokyoTime.dateOf(now);
    List<LocalDate> days =
        today
            .datesUntil(TokyoTime.dateOf(respondBy).plusDays(1))
            .filter(day -> !offices.isOpenDay(day))
            .toList();
    if (days.isEmpty()) {
      return "";
    }
    String named =
        days.stream()
            .limit(MOST_DAYS_NAMED)
            .map(day -> DateWords.dayNear(day, today))
            .collect(joining("・", "それまでの閉庁日: ", ""));
    return days.size() > MOST_DAYS_NAMED ? named + " など" + days.size() + "日。" : named + "。";
  }

  private Set<Field> fields() {
    return texts(consultation().path("fields"))
        .flatMap(text -> Codes.read(Field.class, text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private @Nullable AreaId area() {
    return texts(consultation().path("area"))
        .filter(AreaId::isValid)
        .map(AreaId::new)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Urgency urgency() {
    return Stream.of(typed.path("referral").path("urgency"), consultation().path("urgency"))
        .flatMap(SheetOffers::texts)
        .flatMap(text -> Codes.read(Urgency.class, text).stream())
        .findFirst()
        .orElse(null);
  }

  private Set<AgencyId> excluded() {
    return texts(consultation().path("protection").path("excluded"))
        .filter(AgencyId::isValid)
        .map(AgencyId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private JsonNode consultation() {
    return typed.path("consultation");
  }

  private static Stream<String> texts(JsonNode node) {
    Stream<JsonNode> all = node.isArray() ? node.valueStream() : Stream.of(node);
    return all.map(each -> each.asString("")).filter(text -> !text.isBlank());
  }
}
