/** What a connector looks at when it is asked whether it can work here. */
@NullMarked
package jp.tsunagu.connector.doctor;

import org.jspecify.annotations.NullMarked;
