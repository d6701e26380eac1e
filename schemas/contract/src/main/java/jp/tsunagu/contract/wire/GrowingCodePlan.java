package jp.tsunagu.contract.wire;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.dossier.BasisKind;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ReferralMode;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.RefusalCode;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a set of codes that may grow: text. A refusal with a code from a newer gateway stays
 * readable; what a person's details are about or on which statute they travel must be understood.
 */
record GrowingCodePlan(Map<String, Enum<?>> constants, @Nullable Enum<?> whenUnknown)
    implements Plan {
  private static final Map<Class<?>, Enum<?>> TOLERANT =
      Map.of(
          RefusalCode.class,
          RefusalCode.UNKNOWN,
          MeetingRefusal.class,
          MeetingRefusal.UNKNOWN,
          NextStep.class,
          NextStep.UPDATE_PROGRAM);
  private static final Set<Class<?>> STRICT =
      Set.of(
          BasisKind.class,
          ConsentMethod.class,
          ConsentPurpose.class,
          DetailKind.class,
          PartKind.class,
          ReferralMode.class,
          Statute.class,
          StopAnswer.class);

  static boolean isGrowing(Class<?> type) {
    return TOLERANT.containsKey(type) || STRICT.contains(type);
  }

  static GrowingCodePlan of(Class<? extends Enum<?>> type) {
    return new GrowingCodePlan(
        Stream.<Enum<?>>of(Objects.requireNonNull(type.getEnumConstants()))
            .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity())),
        TOLERANT.get(type));
  }

  @Override
  public void write(@Nullable Object value, Encoder out) throws IOException {
    out.writeString(((Enum<?>) Objects.requireNonNull(value)).name());
  }

  @Override
  public Object read(Decoder in) throws IOException {
    Enum<?> constant = constants.get(in.readString());
    if (constant != null) {
      return constant;
    }
    if (whenUnknown == null) {
      throw new NotUnderstoodException(UnreadableReason.CODE_UNKNOWN);
    }
    return whenUnknown;
  }
}
