package jp.tsunagu.runtime.description;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.tsunagu.contract.calendar.FiscalYear;
import jp.tsunagu.contract.code.Code;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.dialect.Dialect;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/**
 * How the types of the contract stand in answers: ids as text, codes and agencies with their names.
 */
final class ContractTypes implements ModelConverter {

  private static final Pattern SIMPLE = Pattern.compile("\\[simple type, class ([^\\[\\]]+)]");
  private static final String OURS = "jp.tsunagu.";
  private static final String IDS = "jp.tsunagu.contract.id";

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Class<?> raw = raw(type.getType());
    if (raw == PersonRef.class || raw == FiscalYear.class) {
      return typed("integer");
    }
    if (raw == AgencyId.class) {
      return context.resolve(type.type(Dialect.AgencyName.class));
    }
    if (raw.getPackageName().equals(IDS)) {
      return typed("string");
    }
    if (raw.isEnum() && Code.class.isAssignableFrom(raw)) {
      return context.resolve(type.type(Coded.class));
    }
    if (raw.isSealed() && raw.getPackageName().startsWith(OURS)) {
      return anyOf(raw, context);
    }
    return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
  }

  /** One of the records a sealed type has; nothing in it says which. */
  private static Schema<?> anyOf(Class<?> sealed, ModelConverterContext context) {
    Schema<?> schema = new Schema<>();
    leaves(sealed)
        .map(leaf -> new AnnotatedType(leaf).name(named(leaf)).resolveAsRef(true))
        .map(context::resolve)
        .forEach(schema::addAnyOfItem);
    return schema;
  }

  /** Two sealed types may have records of one name. */
  private static String named(Class<?> leaf) {
    Class<?> around = leaf.getEnclosingClass();
    return (around == null ? "" : around.getSimpleName()) + leaf.getSimpleName();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(ContractTypes::leaves)
        : Stream.of(type);
  }

  /** Types of members come with their name only: as Jackson 2 has them, which is used by nobody. */
  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    Matcher named = SIMPLE.matcher(type.getTypeName());
    return named.matches()
        ? ClassUtils.resolveClassName(named.group(1), ContractTypes.class.getClassLoader())
        : Object.class;
  }

  private static Schema<?> typed(String name) {
    Schema<?> schema = new Schema<>();
    schema.setTypes(Set.of(name));
    return schema;
  }
}
