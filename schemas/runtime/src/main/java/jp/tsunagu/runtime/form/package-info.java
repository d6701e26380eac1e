/** How every service reads, describes and offers the forms that are declared in the contract. */
@NullMarked
package jp.tsunagu.runtime.form;

import org.jspecify.annotations.NullMarked;
