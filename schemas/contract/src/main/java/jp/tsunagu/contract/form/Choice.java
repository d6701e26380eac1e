package jp.tsunagu.contract.form;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.lifecycle.AttendanceAnswer;
import jp.tsunagu.contract.lifecycle.CompletionOutcome;
import jp.tsunagu.contract.lifecycle.ConferenceKind;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.DateAnswer;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.MeetingPurpose;
import jp.tsunagu.contract.lifecycle.ReceptionKind;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;

/**
 * A closed list to choose from: each choice by its code ({@code ELDERLY_CARE}) or its Japanese
 * label (高齢・介護), in half or full width.
 *
 * @param choices in the order a person is shown them
 * @param label what a person reads
 */
public record Choice<E extends Enum<E>>(List<E> choices, Function<E, String> label) {

  /** 分野. */
  public static final Choice<Field> FIELD = of(Field.values(), Field::label);

  /** 緊急度. */
  public static final Choice<Urgency> URGENCY = of(Urgency.values(), Urgency::label);

  /** つなぎの種類. */
  public static final Choice<ReferralMode> MODE = of(ReferralMode.values(), ReferralMode::label);

  /** 受付区分. */
  public static final Choice<ReceptionKind> RECEPTION =
      of(ReceptionKind.values(), ReceptionKind::label);

  /** What details are about. */
  public static final Choice<DetailKind> DETAIL = of(DetailKind.values(), DetailKind::label);

  /** 同意の目的. */
  public static final Choice<ConsentPurpose> PURPOSE =
      of(ConsentPurpose.values(), ConsentPurpose::label);

  /** 同意の方法. */
  public static final Choice<ConsentMethod> METHOD =
      of(ConsentMethod.values(), ConsentMethod::label);

  /** 根拠法令. */
  public static final Choice<Statute> STATUTE = of(Statute.values(), Statute::label);

  /** 終了の結果. */
  public static final Choice<CompletionOutcome> OUTCOME = known(CompletionOutcome.class);

  /** 停止の求めへの回答. */
  public static final Choice<StopAnswer> STOP_ANSWER = of(StopAnswer.values(), StopAnswer::label);

  /** スクリーニングの結果. */
  public static final Choice<ScreeningRoute> ROUTE = known(ScreeningRoute.class);

  /** 会議区分. */
  public static final Choice<ConferenceKind> CONFERENCE =
      of(ConferenceKind.values(), ConferenceKind::label);

  /** 会議の目的. */
  public static final Choice<MeetingPurpose> MEETING_PURPOSE = known(MeetingPurpose.class);

  /** 出欠. */
  public static final Choice<AttendanceAnswer> ATTENDANCE = known(AttendanceAnswer.class);

  /** 日程調整への回答. */
  public static final Choice<DateAnswer> DATE_ANSWER = known(DateAnswer.class);

  public Choice {
    choices = List.copyOf(choices);
  }

  /** A list of choices. */
  public static <E extends Enum<E>> Choice<E> of(E[] choices, Function<E, String> label) {
    return new Choice<>(List.of(choices), label);
  }

  /** The choices of a growing list that this program knows. */
  public static <E extends Enum<E> & GrowingCode> Choice<E> known(Class<E> type) {
    return new Choice<>(GrowingCode.known(type), GrowingCode::label);
  }

  /** The choice meant by this text. */
  public Optional<E> find(String text) {
    return Codes.find(coded(), text)
        .flatMap(
            found -> choices.stream().filter(is -> is.name().equals(found.code())).findFirst());
  }

  /** All choices, as everything tells them. */
  public List<Coded> coded() {
    return choices.stream().map(each -> new Coded(each.name(), label.apply(each))).toList();
  }
}
