package jp.tsunagu.contract.testing;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.id.ActingPerson;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.BodyId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.id.NetworkId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.topic.SealedRecords;
import org.jspecify.annotations.Nullable;

/** Makes records of any type of the contract from a seeded generator. */
public final class RandomRecords {
  private static final String[] TEXTS = {"", "other", "髙﨑 𠮷", "area-mismatch", "その他"};
  private static final int MANY = 4;
  private static final long SOME_TIME = 1_800_000_000_000L;
  private static final int SOME_DAY = 22_000;

  private final RandomGenerator random;
  private final Map<Class<?>, Supplier<Object>> chosen;
  private final Map<Class<?>, Supplier<Object>> single;

  /** Of any values. */
  public RandomRecords(RandomGenerator random) {
    this(random, Map.of());
  }

  /** The same, with these values for some types in place of any. */
  public RandomRecords(RandomGenerator random, Map<Class<?>, Supplier<Object>> chosen) {
    this.random = random;
    this.chosen = Map.copyOf(chosen);
    this.single =
        Map.ofEntries(
            Map.entry(UUID.class, () -> new UUID(random.nextLong(), random.nextLong())),
            Map.entry(Instant.class, () -> Instant.ofEpochMilli(random.nextLong(SOME_TIME))),
            Map.entry(LocalDate.class, () -> LocalDate.ofEpochDay(random.nextInt(SOME_DAY))),
            Map.entry(LocalTime.class, () -> LocalTime.ofSecondOfDay(random.nextInt(86_400))),
            Map.entry(String.class, () -> TEXTS[random.nextInt(TEXTS.length)]),
            Map.entry(int.class, random::nextInt),
            Map.entry(Integer.class, random::nextInt),
            Map.entry(long.class, random::nextLong),
            Map.entry(boolean.class, random::nextBoolean),
            Map.entry(Bytes.class, this::bytes),
            Map.entry(AgencyId.class, () -> new AgencyId(name())),
            Map.entry(AreaId.class, () -> new AreaId(name())),
            Map.entry(BodyId.class, () -> new BodyId(name())),
            Map.entry(
                MeetingId.class, () -> new MeetingId(name() + ".2026-10-1" + random.nextInt(9))),
            Map.entry(
                ActingPerson.class,
                () -> new ActingPerson("%032x".formatted(random.nextLong() >>> 1))),
            Map.entry(CaseNumber.class, () -> new CaseNumber("令和8-0" + random.nextInt(9999))),
            Map.entry(FormRef.class, () -> new FormRef(name(), 1 + random.nextInt(MANY))),
            Map.entry(NetworkId.class, () -> new NetworkId(name())),
            Map.entry(KeyId.class, () -> new KeyId("%016x".formatted(random.nextLong()))),
            Map.entry(PersonRef.class, () -> new PersonRef(1 + random.nextInt(MANY))));
  }

  /** One of this type. */
  public Record next(Class<? extends Record> type) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values =
        Arrays.stream(components).map(each -> component(each.getAnnotatedType())).toArray();
    try {
      return type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no " + type.getSimpleName() + " of such values", e);
    }
  }

  private @Nullable Object component(AnnotatedType type) {
    boolean absent = type.isAnnotationPresent(Nullable.class) && random.nextBoolean();
    return absent ? null : value(type.getType());
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType collection) {
      List<Object> items =
          IntStream.range(0, random.nextInt(MANY))
              .mapToObj(_ -> value(collection.getActualTypeArguments()[0]))
              .toList();
      return collection.getRawType() == Set.class ? new HashSet<>(items) : items;
    }
    Class<?> raw = (Class<?>) type;
    Supplier<Object> known = chosen.getOrDefault(raw, single.get(raw));
    if (known != null) {
      return known.get();
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[random.nextInt(known(raw))];
    }
    List<Class<? extends Record>> records = SealedRecords.of(raw);
    return next(records.get(random.nextInt(records.size())));
  }

  /** How many codes come before the one for what is unknown, which no command can hold. */
  private static int known(Class<?> codes) {
    int all = codes.getEnumConstants().length;
    return GrowingCode.class.isAssignableFrom(codes) ? all - 1 : all;
  }

  private Bytes bytes() {
    byte[] content = new byte[random.nextInt(MANY)];
    random.nextBytes(content);
    return Bytes.copyOf(content);
  }

  private String name() {
    return "agency-" + random.nextInt(MANY);
  }
}
