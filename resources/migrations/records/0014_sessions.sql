-- Sessions on neighbouring days are two activities by now (law: sameActivity): who has a record that stood for another
-- one is counted anew at the next look, as what has ended meanwhile is.
UPDATE learning_counts SET planned_until = '0000-01-01' WHERE verdict = 'duplicate';
