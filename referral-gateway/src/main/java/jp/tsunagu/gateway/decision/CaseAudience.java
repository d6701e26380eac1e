package jp.tsunagu.gateway.decision;

import java.util.LinkedHashSet;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.ConsultationEvent;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.CaseProtected;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ConsultationReceived;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.FieldsSettled;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.NotificationRecorded;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.PersonsRegistered;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.ProtectionLifted;
import jp.tsunagu.contract.lifecycle.ConsultationEvent.SupportEnded;
import jp.tsunagu.contract.lifecycle.Referral;

/** Who learns of the events about a case itself, besides who acted. */
final class CaseAudience {

  private CaseAudience() {}

  static Set<AgencyId> of(CaseState after, ConsultationEvent event) {
    return switch (event) {
      case ConsultationReceived received -> Set.of(received.receivedBy());
      // Fields after assessment tell of illness or debt: not to every window that sent something.
      case FieldsSettled _ -> Audience.with(Set.of(), Parties.coordinator(after));
      // Who notified is to be kept secret (児童虐待防止法7条, 高齢者虐待防止法8条, 障害者虐待防止法8条).
      case NotificationRecorded _ -> Audience.with(Set.of(), Parties.coordinator(after));
      case PersonsRegistered _ ->
          Audience.with(Parties.activeSupporters(after), Parties.coordinator(after));
      case CaseProtected _, ProtectionLifted _ -> everybody(after);
      case SupportEnded _ ->
          Audience.with(
              Audience.with(Set.of(), Parties.receivedBy(after)), Parties.coordinator(after));
    };
  }

  private static Set<AgencyId> everybody(CaseState after) {
    Set<AgencyId> everybody = new LinkedHashSet<>(Parties.supporters(after));
    after.referrals().stream().filter(Referral::isOpen).forEach(leg -> addBoth(everybody, leg));
    everybody.addAll(after.members());
    return everybody;
  }

  private static void addBoth(Set<AgencyId> agencies, Referral leg) {
    agencies.add(leg.sender());
    agencies.add(leg.receiver());
  }
}
