package jp.tsunagu.runtime.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Query parameters that are not declared are let pass and mean nothing: for an interface whose
 * words somebody else has set, and whose programs send more than is needed here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyParameters {}
