package jp.tsunagu.runtime.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import jp.tsunagu.contract.form.Form;

/** What is posted is this form: its schema and its example are told to programs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Takes {

  /** What gives the form; it has a constructor without arguments. */
  Class<? extends Supplier<Form>> value();
}
