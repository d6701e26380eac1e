package jp.tsunagu.runtime.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.runtime.form.FormSchemas;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.BeanUtils;
import org.springframework.web.method.HandlerMethod;

/** Describes what is posted, as {@link Takes} says. */
final class BodyDescriptions implements OperationCustomizer {

  private final Map<String, Schema<?>> schemas = new ConcurrentHashMap<>();

  /** Those of the forms that were named so far. */
  Map<String, Schema<?>> schemas() {
    return Map.copyOf(schemas);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    Takes takes = method.getMethodAnnotation(Takes.class);
    if (takes != null) {
      Form form = BeanUtils.instantiateClass(takes.value()).get();
      FormSchemas.of(form).forEach(schemas::putIfAbsent);
      operation.setRequestBody(FormSchemas.body(form));
    }
    return operation;
  }
}
