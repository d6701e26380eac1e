package jp.tsunagu.connector.sheet;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.dossier.HeldDossier;
import jp.tsunagu.connector.dossier.HeldPart;
import jp.tsunagu.connector.dossier.OfLeg;
import jp.tsunagu.connector.dossier.OpenPart;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.DossierId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsentScope;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Referral;
import org.jspecify.annotations.Nullable;

/**
 * What was written for the receivers of a chain of referrals, as far as it can go on to the next
 * one: each person's details as far as the consents that stand name it, the rest stays and says
 * why. It fails closed: what this agency cannot see itself stays.
 */
public record Passage(List<Piece> pieces) {

  /** Keeps an unmodifiable copy. */
  public Passage {
    pieces = List.copyOf(pieces);
  }

  /**
   * From whom to whom.
   *
   * @param state the case as this agency knows it
   * @param isDesk whether this agency is the coordination desk
   * @param today Asia/Tokyo
   */
  public record Way(
      CaseState state, AgencyId own, boolean isDesk, AgencyId recipient, LocalDate today) {}

  /**
   * One part.
   *
   * @param whole as it is held here; none where nobody here can read it
   * @param goes what of it goes, for the recipient; none where nothing does
   * @param stays what it tells that does not go
   * @param why that stays; empty where all goes
   */
  public record Piece(
      DossierId dossier,
      String name,
      @Nullable PersonRef person,
      Optional<OpenPart> whole,
      Optional<OpenPart> goes,
      Set<DetailKind> stays,
      String why) {

    /** Keeps an unmodifiable copy. */
    public Piece {
      stays = Set.copyOf(stays);
    }

    @Override
    public String toString() {
      return "Piece[" + dossier + "]";
    }
  }

  /** What of this leg and those before it can go on. */
  public static Passage of(Way way, List<HeldDossier> held, ReferralId leg) {
    return new Passage(new Packing(way, held).pieces(leg));
  }

  /** What goes, ready to be sealed. */
  public List<OpenPart> goes() {
    return pieces.stream().flatMap(piece -> piece.goes().stream()).toList();
  }

  /** What is the same exactly where the same goes; it tells nothing of the content. */
  public String mark() {
    String told =
        pieces.stream()
            .flatMap(
                piece ->
                    piece.goes().stream()
                        .map(
                            part ->
                                piece.dossier()
                                    + piece.name()
                                    + part.details().stream().sorted().toList()))
            .collect(joining("\n"));
    return UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static final class Packing {

    private final Way way;
    private final List<HeldDossier> held;
    private final List<Piece> pieces = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Packing(Way way, List<HeldDossier> held) {
      this.way = way;
      this.held = held;
    }

    List<Piece> pieces(ReferralId leg) {
      List<Referral> legs =
          way.state().referral(leg).stream()
              .flatMap(last -> Stream.concat(Stream.of(last), chain(last)))
              .toList();
      for (HeldDossier dossier : held) {
        legOf(dossier, legs)
            .filter(each -> !dossier.sender().equals(each.receiver()))
            .ifPresent(each -> add(dossier, each));
      }
      return pieces;
    }

    /** The leg it is kept with, else the latest that carried it. */
    private static Optional<Referral> legOf(HeldDossier dossier, List<Referral> legs) {
      return legs.stream()
          .filter(each -> dossier.referralId().filter(each.referralId()::equals).isPresent())
          .findFirst()
          .or(
              () ->
                  legs.stream()
                      .filter(each -> dossier.dossierId().equals(each.dossierId()))
                      .findFirst());
    }

    private Stream<Referral> chain(Referral last) {
      return way.state().legsBefore(last).stream();
    }

    private void add(HeldDossier dossier, Referral leg) {
      boolean passedOnHere = dossier.sender().equals(way.own()) && leg.chain().continues() != null;
      OfLeg own = new OfLeg(way.state(), leg);
      for (HeldPart part : dossier.parts()) {
        if (part.part().kind() != PartKind.SUBJECT_TOKEN
            && part.isOf(own, dossier.dossierId())
            && !isThere(part.part(), passedOnHere)) {
          pieces.add(piece(dossier, part));
        }
      }
    }

    /** What was passed on here before is there already, and whole. */
    private boolean isThere(OpenPart part, boolean passedOnHere) {
      return pieces.stream()
          .flatMap(piece -> piece.whole().stream())
          .filter(there -> there.kind() == part.kind())
          .filter(there -> Objects.equals(there.person(), part.person()))
          .anyMatch(
              there ->
                  there.told().content().equals(part.told().content())
                      || (passedOnHere && part.kind() != PartKind.NOTE));
    }

    private Piece piece(HeldDossier dossier, HeldPart held) {
      OpenPart part = held.part();
      Optional<Bytes> content = held.content();
      if (content.isEmpty()) {
        return new Piece(
            dossier.dossierId(),
            part.name(),
            part.person(),
            Optional.empty(),
            Optional.empty(),
            part.details(),
            "この機関でも読めないため、渡りません。");
      }
      Staying staying = staying(part, dossier.sender());
      return new Piece(
          dossier.dossierId(),
          part.name(),
          part.person(),
          Optional.of(part),
          goes(part, staying),
          staying.details(),
          staying.why());
    }

    private Optional<OpenPart> goes(OpenPart part, Staying staying) {
      if (staying.all()) {
        return Optional.empty();
      }
      if (staying.details().isEmpty()) {
        return Optional.of(sealed(part, part.details(), part.told().content()));
      }
      Set<DetailKind> told = new HashSet<>(part.details());
      told.removeAll(staying.details());
      return part.kind() != PartKind.PERSON || told.isEmpty()
          ? Optional.empty()
          : PartContent.only(part.told().content(), told::contains)
              .map(content -> sealed(part, told, content));
    }

    private OpenPart sealed(OpenPart part, Set<DetailKind> details, Bytes content) {
      return new OpenPart(
          free(part.name()),
          part.kind(),
          part.person(),
          details,
          part.basis(),
          new OpenPart.Told(Set.of(way.recipient()), content, part.told().file()),
          part.form(),
          part.namesNoOne());
    }

    private String free(String name) {
      String free = name;
      for (int count = 2; !names.add(free); count++) {
        free = name + "-" + count;
      }
      return free;
    }

    /**
     * What of a part does not go.
     *
     * @param all whether nothing of it goes, also where it tells no detail
     */
    private record Staying(boolean all, Set<DetailKind> details, String why) {

      static final Staying NOTHING = new Staying(false, Set.of(), "");

      static Staying all(OpenPart part, String why) {
        return new Staying(true, part.details(), why);
      }
    }

    private Staying staying(OpenPart part, AgencyId sender) {
      if (!part.isPersonal()) {
        return Staying.NOTHING;
      }
      SharingBasis basis = part.basis();
      if (basis == null) {
        return Staying.all(part, "根拠が分からないため、渡りません。");
      }
      Staying byBasis =
          switch (basis.kind()) {
            case CONSENT -> byConsent(part);
            case SUPPORT_CONFERENCE ->
                joined() ? Staying.NOTHING : Staying.all(part, "この相手は支援会議の構成員ではないため、渡りません。");
            case LAW -> Staying.all(part, "法令を根拠にした内容です。根拠は相手ごとに確かめるので、そのままは渡りません。");
          };
      return byBasis.all() ? byBasis : protectedFurther(part, sender, byBasis);
    }

    private Staying byConsent(OpenPart part) {
      ConsentScope scope = scope(part.person());
      Set<DetailKind> lacking = scope.lacking(part.details());
      if (lacking.isEmpty()) {
        return Staying.NOTHING;
      }
      return lacking.size() == part.details().size()
          ? Staying.all(
              part,
              scope.allowed().isEmpty()
                  ? "この相手への同意がありません。"
                  : "同意の範囲に「" + words(lacking) + "」がありません。")
          : new Staying(
              part.kind() != PartKind.PERSON,
              part.kind() == PartKind.PERSON ? lacking : part.details(),
              "同意の範囲に「" + words(lacking) + "」がありません。");
    }

    private ConsentScope scope(@Nullable PersonRef person) {
      return ConsentScope.in(way.state(), person, way.own(), way.recipient(), way.today());
    }

    private boolean joined() {
      Set<AgencyId> members = way.state().members();
      return members.contains(way.recipient()) && (way.isDesk() || members.contains(way.own()));
    }

    private Staying protectedFurther(OpenPart part, AgencyId sender, Staying byBasis) {
      Protection protection = way.state().protection();
      boolean tells =
          part.kind().mayTellWhereabouts() || part.details().contains(DetailKind.CONTACT);
      if (!tells || protection == null || mayPass(protection, sender)) {
        return byBasis;
      }
      Set<DetailKind> details = new HashSet<>(byBasis.details());
      details.add(DetailKind.CONTACT);
      String why = byBasis.why() + "保護案件(支援措置)のため、住所・連絡先は渡りません。";
      return new Staying(
          part.kind() != PartKind.PERSON || details.containsAll(part.details()), details, why);
    }

    private boolean mayPass(Protection protection, AgencyId sender) {
      return protection.opensContactTo(way.recipient())
          && (protection.opensContactTo(way.own()) || sender.equals(way.own()));
    }
  }

  /** These details, as a person reads them. */
  public static String words(Collection<DetailKind> details) {
    return details.stream().sorted().map(DetailKind::label).collect(Collectors.joining("・"));
  }
}
