-- A function of a trigger that runs with the owner's rights must be nobody's to hang on a table of his own: it would move
-- balances without a transfer. V5.1 did this for its own; a test looks that no function is forgotten.
REVOKE ALL ON FUNCTION ledger_open(), ledger_move(), payout_chronicle() FROM PUBLIC;
