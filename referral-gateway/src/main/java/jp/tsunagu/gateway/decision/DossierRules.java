package jp.tsunagu.gateway.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.dossier.WrappedKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.message.RefusalCode;
import jp.tsunagu.gateway.decision.Decision.Refuse;
import org.jspecify.annotations.Nullable;

/** Whether a sealed dossier may travel, judged by what stands on it in clear. */
final class DossierRules {

  static final List<Rule<Handover>> ALL =
      List.of(
          DossierRules::senderMustBeTheActor,
          DossierRules::recipientsMustBeTheReceivers,
          DossierRules::personMustBeKnown,
          DossierRules::basisMustBeDeclared,
          DossierRules::telephoneMustComeFirst,
          DossierRules::tokenMustGoToTheDeskAlone,
          DossierRules::whereaboutsMustGoToNamedAgenciesAlone,
          DossierRules::everyoneMustHaveABasis,
          DossierRules::keysMustBeCurrent);

  private DossierRules() {}

  static Optional<Refuse> senderMustBeTheActor(Handover handover) {
    return Rule.require(
        handover.dossier().sender().equals(handover.attempt().actor()),
        RefusalCode.DOSSIER_SENDER_WRONG);
  }

  static Optional<Refuse> mustBeNew(Handover handover) {
    return Rule.require(
        handover.attempt().state().dossier(handover.dossier().dossierId()).isEmpty(),
        RefusalCode.DOSSIER_ALREADY_EXISTS);
  }

  static Optional<Refuse> recipientsMustBeTheReceivers(Handover handover) {
    return Rule.require(
        handover
            .parts()
            .flatMap(part -> part.recipients().stream())
            .allMatch(recipient -> mayRead(handover, recipient)),
        RefusalCode.RECEIVER_NOT_POSSIBLE);
  }

  private static boolean mayRead(Handover handover, AgencyId recipient) {
    return recipient.equals(handover.attempt().actor())
        || (handover.receivers().contains(recipient)
            && !Parties.isExcluded(handover.attempt().state(), recipient));
  }

  static Optional<Refuse> personMustBeKnown(Handover handover) {
    return parts(
        handover,
        part -> part.person() != null && handover.attempt().state().names(part.person()),
        RefusalCode.PERSON_UNKNOWN);
  }

  static Optional<Refuse> basisMustBeDeclared(Handover handover) {
    return parts(handover, part -> isDeclared(part.basis()), RefusalCode.BASIS_MISSING);
  }

  private static boolean isDeclared(@Nullable SharingBasis basis) {
    return basis != null && (basis.kind() == BasisKind.LAW) == (basis.statute() != null);
  }

  /** 通告, 通報, life and body: the telephone comes first, and its time is recorded. */
  static Optional<Refuse> telephoneMustComeFirst(Handover handover) {
    boolean phoned = handover.attempt().header().phonedAt() != null;
    return parts(handover, part -> phoned || !needsTelephone(part), RefusalCode.TELEPHONE_FIRST);
  }

  private static boolean needsTelephone(SealedPart part) {
    Statute statute = part.basis() == null ? null : part.basis().statute();
    return statute != null && statute.telephoneFirst();
  }

  static Optional<Refuse> tokenMustGoToTheDeskAlone(Handover handover) {
    Set<AgencyId> allowed = Set.of(handover.attempt().desk());
    return parts(
        handover,
        part -> part.kind() != PartKind.SUBJECT_TOKEN || allowed.containsAll(part.recipients()),
        RefusalCode.TOKEN_FOR_DESK_ONLY);
  }

  /** In a protected case, even after the measure's last day, and wherever an address may stand. */
  static Optional<Refuse> whereaboutsMustGoToNamedAgenciesAlone(Handover handover) {
    Protection protection = handover.attempt().state().protection();
    if (protection == null) {
      return Optional.empty();
    }
    return sharings(
        handover,
        sharing ->
            !tellsWhereabouts(sharing.part()) || protection.named().contains(sharing.recipient()),
        _ -> Set.of(DetailKind.CONTACT),
        RefusalCode.WHEREABOUTS_NOT_FOR_RECEIVER);
  }

  private static boolean tellsWhereabouts(SealedPart part) {
    return part.kind().mayTellWhereabouts() || part.details().contains(DetailKind.CONTACT);
  }

  static Optional<Refuse> everyoneMustHaveABasis(Handover handover) {
    return sharings(
        handover,
        sharing -> Rule.firstBroken(sharing, ConsentRules.ALL).isEmpty(),
        ConsentRules::lacking,
        RefusalCode.NO_BASIS_FOR_PERSON);
  }

  /** A recipient that announced no key yet is held by its sender's connector, not refused here. */
  static Optional<Refuse> keysMustBeCurrent(Handover handover) {
    return Rule.require(
        handover
            .parts()
            .flatMap(part -> part.sealed().keys().stream())
            .allMatch(key -> isCurrent(handover.attempt(), key)),
        RefusalCode.RESEAL);
  }

  private static boolean isCurrent(Attempt attempt, WrappedKey key) {
    return attempt
        .context()
        .directory()
        .announced(key.recipient())
        .filter(announced -> !announced.keys().isEmpty())
        .map(announced -> announced.current().contains(key.keyId()))
        .orElse(true);
  }

  private static Optional<Refuse> parts(
      Handover handover, Predicate<SealedPart> rule, RefusalCode code) {
    List<SealedPart> broken = handover.personalParts().filter(rule.negate()).toList();
    return broken.isEmpty() ? Optional.empty() : Optional.of(Refuse.about(code, persons(broken)));
  }

  private static Optional<Refuse> sharings(
      Handover handover,
      Predicate<Sharing> rule,
      Function<Sharing, Set<DetailKind>> lacking,
      RefusalCode code) {
    List<Sharing> broken = handover.sharings().stream().filter(rule.negate()).toList();
    return broken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Refuse.about(
                code,
                persons(broken.stream().map(Sharing::part).toList()),
                broken.stream()
                    .flatMap(sharing -> lacking.apply(sharing).stream())
                    .collect(Collectors.toSet()),
                broken.stream().map(Sharing::recipient).collect(Collectors.toSet())));
  }

  private static Set<PersonRef> persons(List<SealedPart> parts) {
    return parts.stream()
        .filter(part -> part.person() != null)
        .map(SealedPart::person)
        .collect(Collectors.toSet());
  }
}
