/** What a service looks at when it is asked whether it can work here ({@code doctor}). */
@NullMarked
package jp.tsunagu.runtime.doctor;

import org.jspecify.annotations.NullMarked;
