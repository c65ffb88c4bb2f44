@org.jspecify.annotations.NullMarked
package dev.tributary.doctor;
