package dev.umpire.suites.proof;

import dev.umpire.fixtures.saboteur.Defect;
import dev.umpire.fixtures.saboteur.Saboteur;
import dev.umpire.fixtures.saboteur.Tampering;

/** The control of all proofs: stands where saboteurs stand, on the wire, and does no harm. */
@Defect("hands on every byte as it is")
final class Untampered implements Saboteur {
    @Override
    public Tampering.Factory tampering() {
        return () -> new Tampering() {};
    }
}
